package org.gongkao.cycle;

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
     * has been published.
     */
    default void check(Cycle whole, Problems problems) {}

    /** A field's name on screen; the path is the full one, such as {@code fees.FIVE[考核费].yuan}. */
    default String label(String path) {
        return path;
    }

    /** A scalar as the pages show it. */
    default String show(String path, String scalar) {
        return scalar;
    }

    /** Whether an amendment may change this field after publication. */
    default boolean amendable(String path) {
        return true;
    }
}
