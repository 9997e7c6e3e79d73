package org.gongkao.demo;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.UnaryOperator;

/** 库与角色。The two roles and a database between them, as an administrator would make them for production. */
public final class Databases {

    public static final String OWNER = "gongkao_owner";
    public static final String APP = "gongkao_app";

    private Databases() {}

    /**
     * Makes the roles that are missing, each with a password of its own: neither is a superuser, and the application's will
     * own nothing.
     */
    public static void createRoles(Connection administrator, UnaryOperator<String> passwords) throws SQLException {
        try (var statement = administrator.createStatement()) {
            for (var role : new String[] {OWNER, APP}) {
                statement.execute("""
                    do $$ begin
                      if not exists (select 1 from pg_roles where rolname = '%1$s') then
                        create role %1$s login nosuperuser nocreatedb nocreaterole;
                      end if;
                      alter role %1$s password '%2$s';
                    end $$""".formatted(role, passwords.apply(role)));
            }
        }
    }

    /** Makes an empty database of the owner's, unless it is there. */
    public static void create(Connection administrator, String name) throws SQLException {
        try (var statement = administrator.createStatement();
                var found = statement.executeQuery("select 1 from pg_database where datname = '" + name + "'")) {
            if (found.next()) {
                return;
            }
        }
        try (var statement = administrator.createStatement()) {
            statement.execute("create database " + name + " owner " + OWNER);
            statement.execute("revoke connect on database " + name + " from public");
            statement.execute("grant connect on database " + name + " to " + APP);
        }
    }
}
