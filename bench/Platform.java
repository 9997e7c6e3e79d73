import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.aopalliance.intercept.MethodInterceptor;
import org.gongkao.account.Accounts;
import org.gongkao.account.SignedIn;
import org.gongkao.audit.Audit;
import org.gongkao.demo.CastSeeds;
import org.gongkao.demo.Demo;
import org.gongkao.person.NationalId;
import org.gongkao.person.Persons;
import org.gongkao.person.Phone;
import org.gongkao.shared.Actor;
import org.gongkao.shared.BusinessClock;
import org.gongkao.worker.Workers;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The unchanged product with one addition that only this measurement has: around {@code Audit} stands a proxy that leaves
 * {@code record} out while it is told to. It takes its orders from standard input; answers begin with {@code @}.
 */
public final class Platform {

    private static final AtomicBoolean AUDITED = new AtomicBoolean(true);

    private static final String RECORD = """
            {"person": {"ethnicGroup": "汉族", "retired": "NO", "retirementCategory": "WOMEN_55"},
             "post": {"staff": "REGULAR", "postKind": "SKILLED_LABOUR", "post": "公路养护", "startOfWork": "2004-09",
                      "interrupted": "NO", "occupationSince": "2004-09", "away": "NO"},
             "certificates": {"rows": [{"occupation": "公路养护工", "level": "4", "issued": "2016-12", "number": "豫0001"}]},
             "appraisals": {"y2022": "COMPETENT", "filing": "FILED", "y2021": "EXCELLENT", "y2020": "COMPETENT"},
             "education": {"degree": "SENIOR", "school": "洛阳市第九中学"},
             "awards": {"sanctioned": "NO"}}
            """;

    private final ConfigurableApplicationContext product;
    private final JdbcClient jdbc;
    private int made;

    private Platform(ConfigurableApplicationContext product) {
        this.product = product;
        this.jdbc = product.getBean(JdbcClient.class);
    }

    public static void main(String[] arguments) throws IOException {
        var application = Demo.application();
        application.addInitializers(
                context -> context.getBeanFactory().addBeanPostProcessor(new WithoutAuditWhenTold()));
        var platform = new Platform(application.run(arguments));
        System.out.println("@ready");
        var orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (var order = orders.readLine(); order != null; order = orders.readLine()) {
            System.out.println("@" + platform.answer(order.split(" ")));
        }
        platform.product.close();
    }

    private String answer(String[] order) throws IOException {
        return switch (order[0]) {
            case "prepare" -> prepare(Integer.parseInt(order[1]), Path.of(order[2]));
            case "audit" -> audit(order[1].equals("on"));
            case "idle" -> idle();
            case "count" -> count(Files.readAllLines(Path.of(order[1])));
            default -> throw new IllegalArgumentException(order[0]);
        };
    }

    private static String audit(boolean on) {
        AUDITED.set(on);
        return on ? "on" : "off";
    }

    /** Persons, workers and sessions by the product's own classes; accounts, drafts and materials by SQL. */
    private String prepare(int workers, Path to) throws IOException {
        var transaction = new TransactionTemplate(product.getBean(PlatformTransactionManager.class));
        var lines = new ArrayList<String>();
        while (lines.size() < workers) {
            transaction.executeWithoutResult(status -> {
                for (int i = 0; i < 100; i++) {
                    lines.add(worker(made++));
                }
            });
        }
        Files.write(to, lines);
        return "prepared " + lines.size();
    }

    private String worker(int n) {
        var at = product.getBean(BusinessClock.class).instant();
        var born = LocalDate.of(1980, 1, 1).plusDays(n / 900).format(DateTimeFormatter.BASIC_ISO_DATE);
        var number = NationalId.complete("410305" + born + (100 + n % 900));
        var unit = n % 2 == 0 ? CastSeeds.COUNTY_UNIT : CastSeeds.CITY_UNIT;
        long person =
                product.getBean(Persons.class).add("张量", number, Phone.of(String.format("139%08d", n)), Actor.SYSTEM);
        product.getBean(Workers.class).enrolConfirmed(person, unit, Actor.SYSTEM, at);
        long account = jdbc.sql("""
                        insert into account.account (role, person_id, password_is_first, password_since, opened_at, opened_by)
                        values ('WORKER', :person, false, now(), now(), 0) returning id
                        """).param("person", person).query(Long.class).single();
        return session(account) + " " + draft(person, unit);
    }

    private String draft(long person, String unit) {
        var number = jdbc.sql("""
                        insert into application.application (number, person_id, year, package_id, state, level, occupation,
                               unit_code, record, created_at, changed_at)
                        select '2023' || lpad(nextval('application.application_number')::text, 7, '0'), :person, 2023,
                               (select min(id) from cycle.year_package), 'DRAFT', 3, 'S0203', :unit,
                               cast(:record as jsonb), now(), now()
                        returning number
                        """)
                .param("person", person)
                .param("unit", unit)
                .param("record", RECORD)
                .query(String.class)
                .single();
        jdbc.sql("""
                        insert into application.material
                               (application_id, kind, label, file_id, name, type, bytes, sha256, added_at)
                        select a.id, k, '材料', '0', '照片.jpg', 'JPEG', 1, repeat('0', 64), now()
                          from application.application a,
                               unnest(array['PHOTO', 'ID_CARD', 'POST_PROOF', 'PERSONNEL_FILE', 'APPRAISAL', 'CERTIFICATE',
                                            'WORK_PROOF']) k
                         where a.number = :number
                        """).param("number", number).update();
        return number;
    }

    /** What a sign-in leaves behind, without its slow hash. */
    private String session(long account) {
        var actor = product.getBean(Accounts.class).actor(account).orElseThrow();
        var who = new UsernamePasswordAuthenticationToken(
                new SignedIn(actor), null, List.of(new SimpleGrantedAuthority("ROLE_WORKER")));
        return save(product.getBean(JdbcIndexedSessionRepository.class), new SecurityContextImpl(who));
    }

    private static <S extends Session> String save(SessionRepository<S> sessions, SecurityContextImpl context) {
        var session = sessions.createSession();
        session.setAttribute("SPRING_SECURITY_CONTEXT", context);
        sessions.save(session);
        return session.getId();
    }

    /** Until everybody concerned has been told: the listeners run after the answer. */
    private String idle() {
        while (jdbc.sql("select exists (select 1 from event_publication)")
                .query(Boolean.class)
                .single()) {
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        return "idle";
    }

    /** How many of these files are handed in, with act, receipt of the same hash, audit line and message. */
    private String count(List<String> numbers) {
        return jdbc.sql("""
                        select count(*) filter (where a.state = 'IN_REVIEW') || ' '
                            || count(*) filter (where exists (select 1 from application.act t
                                                where t.application_id = a.id and t.act = 'SUBMIT')) || ' '
                            || count(*) filter (where exists (select 1 from application.submission s
                                                where s.application_id = a.id and s.content_hash = a.content_hash
                                                  and encode(sha256(convert_to(s.content, 'UTF8')), 'hex') = s.content_hash))
                            || ' ' || count(*) filter (where exists (select 1 from audit.line l
                                                where l.subject = 'application:' || a.number))
                            || ' ' || count(*) filter (where exists (select 1 from application.act t
                                                  join notification.message m on m.occasion = 'act:' || t.id
                                                where t.application_id = a.id))
                          from application.application a where a.number in (:numbers)
                        """).param("numbers", numbers).query(String.class).single();
    }

    /** Stands around the audit in both kinds of round, so that only the line itself makes the difference. */
    private static final class WithoutAuditWhenTold implements BeanPostProcessor {
        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
            if (!(bean instanceof Audit)) {
                return bean;
            }
            var proxy = new ProxyFactory(bean);
            proxy.setProxyTargetClass(true);
            proxy.addAdvice((MethodInterceptor)
                    call -> AUDITED.get() || !call.getMethod().getName().equals("record") ? call.proceed() : null);
            return proxy.getProxy();
        }
    }
}
