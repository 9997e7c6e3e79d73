package org.gongkao.account;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * 验证码限额。How often a code can be asked for and tried, {@code gongkao.codes.*}. A source is a network for a stranger; for who
 * is signed in, gave the right password or comes from a known device, it is that account or device, which others cannot use up.
 *
 * <table>
 * <tr><th>setting</th><th>default</th><th>what it limits</th></tr>
 * <tr><td>good-for</td><td>5 min</td><td>a code's lifetime</td></tr>
 * <tr><td>tries</td><td>5</td><td>wrong tries of one code, all by the browser that asked for it</td></tr>
 * <tr><td>pause</td><td>60 s</td><td>between two codes of one source to one phone for one purpose</td></tr>
 * <tr><td>source-a-day</td><td>5</td><td>codes of one source to one phone for one purpose in 24 hours</td></tr>
 * <tr><td>strangers-a-day</td><td>10</td><td>codes of all strangers together to one phone for one purpose in 24 hours; beyond
 * it a network that has had fewer than {@code newcomer} of them is still served</td></tr>
 * <tr><td>newcomer</td><td>2</td><td>what a network gets even then, so that two or three networks that ask all day keep nobody
 * from a code</td></tr>
 * <tr><td>strangers-a-day-at-most</td><td>40</td><td>where that ends too: no phone is sent more by strangers for one purpose</td></tr>
 * <tr><td>source-an-hour</td><td>100</td><td>codes of one source to all phones; an office is one network for forty colleagues</td></tr>
 * </table>
 */
@ConfigurationProperties("gongkao.codes")
record CodeLimits(
        @DefaultValue("5m") Duration goodFor,
        @DefaultValue("5") int tries,
        @DefaultValue("60s") Duration pause,
        @DefaultValue("5") int sourceADay,
        @DefaultValue("10") int strangersADay,
        @DefaultValue("2") int newcomer,
        @DefaultValue("40") int strangersADayAtMost,
        @DefaultValue("100") int sourceAnHour) {}
