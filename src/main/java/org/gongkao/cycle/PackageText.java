package org.gongkao.cycle;

import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * 方案文本。Reads YAML into nodes that know their line. Nothing is constructed from it and no alias is followed: the text comes
 * from a person's computer.
 */
final class PackageText {

    private static final int MOST_CHARACTERS = 500_000;
    private static final int DEEPEST = 20;

    private final String file;
    private final Problems problems;

    private PackageText(String file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    static Node read(String file, String text, Problems problems) {
        return new PackageText(file, problems).read(text);
    }

    private Node read(String text) {
        var options = new LoaderOptions();
        options.setMaxAliasesForCollections(0);
        options.setCodePointLimit(MOST_CHARACTERS);
        options.setNestingDepthLimit(DEEPEST);
        try {
            var root = new Yaml(options).compose(new StringReader(text));
            if (root == null) {
                problems.add(new Problem(file, 1, "", "文件是空的，请粘贴或上传方案内容。"));
                return Node.absent(file, 1, "");
            }
            var node = node(root, "");
            if (node.kind() != Node.Kind.MAP) {
                problems.add(node, "方案应由若干章节组成，请按样例的层次书写。");
            }
            return node;
        } catch (MarkedYAMLException e) {
            var mark = e.getProblemMark();
            int line = mark == null ? 1 : mark.getLine() + 1;
            problems.add(new Problem(file, line, "", "此行的书写格式不对，请检查缩进、冒号、引号和短横线。"));
        } catch (YAMLException e) {
            problems.add(new Problem(file, 1, "", "文件无法读取：内容过大、层次过深或含有不可用的字符，请检查后再提交。"));
        }
        return Node.absent(file, 1, "");
    }

    private Node node(org.yaml.snakeyaml.nodes.Node from, String path) {
        int line = from.getStartMark().getLine() + 1;
        return switch (from) {
            case ScalarNode scalar -> Node.scalar(file, line, path, scalar.getValue());
            case SequenceNode sequence -> list(sequence, line, path);
            case MappingNode mapping -> map(mapping, line, path);
            default -> {
                problems.add(new Problem(file, line, path, "此处不能引用别处的内容，请直接写出。"));
                yield Node.absent(file, line, path);
            }
        };
    }

    private Node map(MappingNode mapping, int line, String path) {
        var children = new LinkedHashMap<String, Node>();
        for (var entry : mapping.getValue()) {
            int at = entry.getKeyNode().getStartMark().getLine() + 1;
            if (!(entry.getKeyNode() instanceof ScalarNode key)) {
                problems.add(new Problem(file, at, path, "名称应为文字，请按样例书写。"));
                continue;
            }
            var name = key.getValue();
            var below = below(path, name);
            if (children.containsKey(name)) {
                problems.add(new Problem(file, at, below, "“" + name + "”写了两次，请只留一处。"));
                continue;
            }
            children.put(name, node(entry.getValueNode(), below));
        }
        return Node.map(file, line, path, children);
    }

    private Node list(SequenceNode sequence, int line, String path) {
        var children = new LinkedHashMap<String, Node>();
        int position = 0;
        for (var item : sequence.getValue()) {
            position++;
            var key = keyOf(item);
            var name = key == null ? Integer.toString(position) : key;
            int at = item.getStartMark().getLine() + 1;
            if (children.containsKey(name)) {
                problems.add(new Problem(file, at, path + "[" + name + "]", "“" + name + "”在列表中出现了两次，请只留一处。"));
                continue;
            }
            children.put(name, node(item, path + "[" + name + "]"));
        }
        return Node.list(file, line, path, children);
    }

    /** What a list's item is known by, so that inserting one does not shift the paths of the others. */
    private static @Nullable String keyOf(org.yaml.snakeyaml.nodes.Node item) {
        if (!(item instanceof MappingNode mapping)) {
            return item instanceof ScalarNode scalar ? scalar.getValue() : null;
        }
        for (var wanted : new String[] {"code", "number", "name"}) {
            for (var entry : mapping.getValue()) {
                if (entry.getKeyNode() instanceof ScalarNode key
                        && entry.getValueNode() instanceof ScalarNode value
                        && key.getValue().toLowerCase(Locale.ROOT).equals(wanted)) {
                    return value.getValue();
                }
            }
        }
        return null;
    }

    private static String below(String path, String name) {
        if (path.isEmpty()) {
            return name;
        }
        return name.indexOf('.') >= 0 ? path + "[" + name + "]" : path + "." + name;
    }
}
