package org.gongkao;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gongkao.account.Accounts;
import org.gongkao.account.SignedIn;
import org.gongkao.demo.CastSeeds;
import org.gongkao.shared.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** 演员表。The one cast of all tests: who they are stands in {@link CastSeeds}. */
public class Cast {

    public static final String WORKER = "chenlimin";
    public static final String CITY_WORKER = "zhaoguiying";
    public static final String UNIT = "liufang";
    public static final String CITY_UNIT = "limin";
    public static final String DEPARTMENT = "zhoujian";
    public static final String CITY_DEPARTMENT = "hanmei";
    public static final String COUNTY = "wanghai";
    public static final String OTHER_COUNTY = "sunmin";
    public static final String CITY = "hewei";
    public static final String PROVINCE = "gaoyuan";
    public static final String ADMINISTRATOR = "zhenggong";
    public static final String SECOND_ADMINISTRATOR = "fangming";
    public static final String FINANCE = "qiankuaiji";
    public static final String SECOND_FINANCE = "sunkuaiji";
    public static final String AUDITOR = "machao";

    public static final List<String> ALL = List.of(
            WORKER,
            CITY_WORKER,
            UNIT,
            CITY_UNIT,
            DEPARTMENT,
            CITY_DEPARTMENT,
            COUNTY,
            OTHER_COUNTY,
            CITY,
            PROVINCE,
            ADMINISTRATOR,
            FINANCE,
            AUDITOR);

    private final CastSeeds seeds;
    private final Accounts accounts;
    private final JdbcClient jdbc;
    private final Map<String, Actor> actors = new HashMap<>();

    Cast(CastSeeds seeds, Accounts accounts, JdbcClient jdbc) {
        this.seeds = seeds;
        this.accounts = accounts;
        this.jdbc = jdbc;
    }

    void plant(Instant at) {
        actors.clear();
        seeds.plant(at);
    }

    /** One of the cast, to call a use case with. */
    public Actor actor(String username) {
        return actors.computeIfAbsent(
                username,
                name -> accounts.actor(jdbc.sql("select id from account.account where user_name = :name")
                                .param("name", name)
                                .query(Long.class)
                                .single())
                        .orElseThrow());
    }

    /** Somebody of the cast who is also a clerk where this officer is: another account of the same person. */
    public Actor also(String worker, String officer) {
        var there = actor(officer);
        var name = worker + "_" + officer;
        accounts.open(
                name,
                CastSeeds.PASSWORD,
                there.role(),
                there.office(),
                Objects.requireNonNull(actor(worker).personId()));
        return actor(name);
    }

    /** An officer of the cast whose account was ended and who has another at the same desk: still the same human. */
    public Actor again(String officer) {
        var before = actor(officer);
        jdbc.sql("update account.account set closed_at = now(), closed_by = 0 where id = :id")
                .param("id", before.account())
                .update();
        var name = officer + "_again";
        accounts.open(
                name, CastSeeds.PASSWORD, before.role(), before.office(), Objects.requireNonNull(before.personId()));
        return actor(name);
    }

    /** One of the cast, signed in for one request. */
    public RequestPostProcessor as(String username) {
        return authentication(UsernamePasswordAuthenticationToken.authenticated(
                new SignedIn(actor(username)), null, AuthorityUtils.NO_AUTHORITIES));
    }
}
