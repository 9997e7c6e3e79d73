package org.gongkao.account;

import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.gongkao.audit.Audit;
import org.gongkao.organisation.AgencyLevel;
import org.gongkao.organisation.Organisation;
import org.gongkao.shared.CommonRefusal;
import org.gongkao.shared.Fault;
import org.gongkao.shared.InvalidInput;
import org.gongkao.shared.Refusal;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.ApplicationContext;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * 开立省级账号命令。{@code --open-province-account=用户名 --holder=姓名}, and the
 * holder's ID number in the environment as {@code HOLDER_NUMBER}, where no list of processes shows it: how the first people of a new installation get in. Prints
 * the first password once and ends the program, with 0, or with 1 and what is wrong.
 */
@Component
@ConditionalOnProperty("open-province-account")
@Order(0)
class ProvinceAccountCommand implements ApplicationRunner {

    private final OpeningAccounts opening;
    private final Organisation organisation;
    private final Audit audit;
    private final ApplicationContext context;
    private final String userName;
    private final String holder;
    private final String number;
    private final String agency;

    ProvinceAccountCommand(
            OpeningAccounts opening,
            Organisation organisation,
            Audit audit,
            ApplicationContext context,
            @Value("${open-province-account}") String userName,
            @Value("${holder:}") String holder,
            @Value("${holder-number:}") String number,
            @Value("${agency:410000}") String agency) {
        this.opening = opening;
        this.organisation = organisation;
        this.audit = audit;
        this.context = context;
        this.userName = userName;
        this.holder = holder;
        this.number = number;
        this.agency = agency;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        answer(this::open, "开立省级账号", "agency:" + agency, audit, context);
    }

    /** Says what became of a command, or what is wrong with it, and ends the program. */
    static void answer(Supplier<String> command, String act, String subject, Audit audit, ApplicationContext context) {
        int code = tell(command, act, subject, audit);
        System.exit(SpringApplication.exit(context, () -> code));
    }

    private static int tell(Supplier<String> command, String act, String subject, Audit audit) {
        try {
            System.out.println(command.get());
            return 0;
        } catch (InvalidInput input) {
            System.out.println(input.faults().stream().map(Fault::sentence).collect(Collectors.joining("\n")));
        } catch (Refusal refusal) {
            audit.refused(null, act, subject, refusal.reason());
            System.out.println(refusal.sentence());
        }
        return 1;
    }

    private String open() {
        organisation
                .findAgency(agency)
                .filter(found -> found.level() == AgencyLevel.PROVINCE)
                .orElseThrow(() -> new Refusal(CommonRefusal.NOT_FOUND));
        var first = opening.openForProvince(userName, holder, number, agency);
        return organisation.agency(agency).name() + "的账号 " + first.userName() + "（" + holder + "）已开立，首次密码："
                + first.password() + "，只显示这一次，登录后须更换。";
    }
}
