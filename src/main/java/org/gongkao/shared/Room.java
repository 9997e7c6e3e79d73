package org.gongkao.shared;

import java.util.Set;

/**
 * 栏目。A room of the platform as the navigation shows it: a bean in the module that owns the pages. Whether somebody may
 * enter is decided by {@link Allowed} on the controller; a test holds the two together.
 */
public record Room(String label, String path, int order, Set<Role> roles) {

    public static Room of(String label, String path, int order, Role... roles) {
        return new Room(label, path, order, Set.of(roles));
    }
}
