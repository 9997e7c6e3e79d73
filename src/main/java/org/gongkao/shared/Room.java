package org.gongkao.shared;

import java.util.Set;

/**
 * 栏目。A room of the platform as the navigation shows it: a bean in the module that owns the pages. Whether somebody may
 * enter is decided by {@link Allowed} on the controller; a test holds the two together. A {@code publicly} open room is shown
 * to visitors.
 */
public record Room(String label, String path, int order, Set<Role> roles, boolean publicly) {

    public static Room of(String label, String path, int order, Role... roles) {
        return new Room(label, path, order, Set.of(roles), false);
    }

    /** Shown to whoever has not signed in. */
    public static Room open(String label, String path, int order) {
        return new Room(label, path, order, Set.of(), true);
    }
}
