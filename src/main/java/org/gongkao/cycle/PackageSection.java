package org.gongkao.cycle;

import java.util.List;
import org.gongkao.shared.Option;

/**
 * 方案章节。One section of the year package, a bean in the module that it belongs to. The cycle reads, freezes, compares and
 * prints sections without knowing any of them.
 *
 * <p>{@link #parse} notes everything that is wrong and then answers with whatever is at hand: the package is taken only
 * when no section has noted a problem. It must look at nothing but the node.
 */
public interface PackageSection<T> {

    /** The top-level key in the YAML text. */
    String key();

    /** Its Chinese name, as the pages show it. */
    String title();

    /** What {@link Cycle#section} is asked for; one section per type. */
    Class<T> type();

    T parse(Node node, Problems problems);

    /**
     * What only the whole package can tell, asked when every section is in order: of drafts, before publication, never of what
     * has been published. Beside the faults, what is not wrong but for an official to confirm.
     */
    default void check(Cycle whole, Problems faults, Problems toConfirm) {}

    /**
     * A field's name on screen, in the words of the package itself; the path is the full one, such as
     * {@code fees.FIVE[考核费].yuan}. What stands before the last “ · ” names the thing that the field belongs to, which the
     * pages say once.
     */
    String label(Node whole, String path);

    /** The few words that may stand in a field, each as it is written and as it is called; none where it is free. */
    default List<Option> words(String path) {
        return List.of();
    }

    /** A scalar as the pages show it. */
    default String show(Node whole, String path, String scalar) {
        return words(path).stream()
                .filter(word -> word.value().equals(scalar))
                .map(Option::label)
                .findFirst()
                .orElse(scalar);
    }

    /** Whether only those read a field who check the text itself, such as an expression or a code: it is folded away. */
    default boolean raw(String path) {
        return false;
    }

    /** Whether an amendment may change this field after publication. */
    default boolean amendable(String path) {
        return true;
    }

    /** Where this section of a draft can be filled from a spreadsheet; empty where it is only written as text. */
    default String sheet(long draft) {
        return "";
    }
}
