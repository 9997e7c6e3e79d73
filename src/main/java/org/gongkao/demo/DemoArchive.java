package org.gongkao.demo;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplicationAotProcessor;
import org.springframework.context.aot.AbstractAotProcessor.Settings;
import org.springframework.util.FileSystemUtils;

/**
 * 演示程序包。Makes the archive that {@code spring-boot:run} starts, when a class or a library has changed: the program's classes, and
 * as classes too what Spring would otherwise find out at each start, of which parts the demo consists and how each is made
 * (docs/adr/0010). A step of the build, in the build's folder.
 */
final class DemoArchive {

    private DemoArchive() {}

    public static void main(String[] folders) throws IOException {
        var classes = Path.of(folders[0]);
        var project = Path.of(folders[1]);
        var archive = classes.resolveSibling("demo.jar");
        var kept = classes.resolveSibling("demo.aot");
        if (!fits(archive, classes, project)) {
            var ahead = classes.resolveSibling("demo");
            FileSystemUtils.deleteRecursively(ahead);
            process(ahead);
            compile(ahead);
            // Written beside and moved: a demo that runs meanwhile goes on with its own.
            var made = ahead.resolve("demo.jar");
            run("jar", "-c0f", made, "-C", classes, ".", "-C", ahead.resolve("classes"), ".");
            Files.move(made, archive, StandardCopyOption.REPLACE_EXISTING);
            Files.deleteIfExists(kept);
        }
        Files.writeString(classes.resolveSibling("demo.args"), options(project, kept));
    }

    /** What the JVM is told of loaded classes: to use those kept, or to keep its own, unless it is started for something else. */
    private static String options(Path project, Path kept) {
        var file = project.relativize(kept);
        if (Files.exists(kept)) {
            return "-XX:AOTCache=" + file;
        }
        return System.getProperty("gongkao.demo.arguments", "").isBlank()
                ? "-Dgongkao.demo.keep=true -XX:AOTCacheOutput=" + file
                : "";
    }

    private static boolean fits(Path archive, Path classes, Path project) throws IOException {
        if (!Files.exists(archive)) {
            return false;
        }
        var made = Files.getLastModifiedTime(archive);
        try (var files = Stream.concat(Files.walk(classes), Stream.of(project.resolve("pom.xml")))) {
            return files.allMatch(file -> file.toFile().lastModified() <= made.toMillis());
        }
    }

    private static void process(Path ahead) {
        var settings = Settings.builder()
                .sourceOutput(ahead.resolve("sources"))
                .resourceOutput(ahead.resolve("resources"))
                .classOutput(ahead.resolve("classes"))
                .groupId("org.gongkao")
                .artifactId("gongkao")
                .build();
        new SpringApplicationAotProcessor(Demo.class, settings, new String[] {"--spring.main.log-startup-info=false"})
                .process();
    }

    private static void compile(Path ahead) throws IOException {
        var classes = ahead.resolve("classes").toString();
        var path = classes + File.pathSeparator + System.getProperty("java.class.path");
        var arguments = new ArrayList<>(
                List.of("-nowarn", "-XDsuppressNotes", "-proc:none", "-parameters", "-cp", path, "-d", classes));
        try (var sources = Files.walk(ahead.resolve("sources"))) {
            sources.map(Path::toString).filter(file -> file.endsWith(".java")).forEach(arguments::add);
        }
        run("javac", arguments.toArray());
    }

    private static void run(String tool, Object... arguments) {
        var texts = Stream.of(arguments).map(Object::toString).toArray(String[]::new);
        if (ToolProvider.findFirst(tool).orElseThrow().run(System.out, System.err, texts) != 0) {
            throw new IllegalStateException("The demo's archive was not made: see what " + tool + " says above");
        }
    }
}
