package org.gongkao.demo;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;

/**
 * 已装载的类。At its end the JVM keeps the loaded classes for later starts, when {@link DemoArchive} asks for it: the first time after a
 * build. It would as well keep the few classes of a start that came to nothing, and later starts would gain nothing from them.
 */
final class KeptClasses implements ApplicationListener<ApplicationReadyEvent> {

    private volatile boolean started;

    static void by(SpringApplication application) {
        if (Boolean.getBoolean("gongkao.demo.keep")) {
            var kept = new KeptClasses();
            application.addListeners(kept);
            SpringApplication.getShutdownHandlers().add(kept::end);
        }
    }

    @Override
    public void onApplicationEvent(ApplicationReadyEvent ready) {
        started = true;
    }

    private void end() {
        if (started) {
            System.out.println("平台已停止。正在保存已装载的类，使以后的启动更快（十余秒；再按一次 Ctrl+C 可略过）……");
            // What the JVM says of it, at length, is for nobody here.
            System.out.close();
            System.err.close();
        } else {
            leave();
        }
    }

    /** Ends the process here and now; no end within Java keeps the JVM from its last work. */
    @SuppressWarnings("restricted")
    private static void leave() {
        System.out.flush();
        System.err.flush();
        var linker = Linker.nativeLinker();
        try {
            linker.downcallHandle(
                            linker.defaultLookup().findOrThrow("_exit"),
                            FunctionDescriptor.ofVoid(ValueLayout.JAVA_INT))
                    .invokeExact(1);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
