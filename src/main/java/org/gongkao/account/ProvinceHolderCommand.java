package org.gongkao.account;

import java.util.List;
import org.gongkao.audit.Audit;
import org.gongkao.shared.Fault;
import org.gongkao.shared.InvalidInput;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.ApplicationContext;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * 省级账号变更命令。{@code --change-province-account=用户名} with {@code --act=reset}, {@code --act=end}, or {@code --act=hand-over
 * --successor=新用户名 --holder=姓名}, the ID number in
 * the environment as {@code HOLDER_NUMBER} as when one is opened: where another of the province's accounts cannot do it from its page, because there is none.
 */
@Component
@ConditionalOnProperty("change-province-account")
@Order(0)
class ProvinceHolderCommand implements ApplicationRunner {

    private final OpeningAccounts opening;
    private final Audit audit;
    private final ApplicationContext context;
    private final String userName;
    private final String act;
    private final String successor;
    private final String holder;
    private final String number;

    ProvinceHolderCommand(
            OpeningAccounts opening,
            Audit audit,
            ApplicationContext context,
            @Value("${change-province-account}") String userName,
            @Value("${act:}") String act,
            @Value("${successor:}") String successor,
            @Value("${holder:}") String holder,
            @Value("${holder-number:}") String number) {
        this.opening = opening;
        this.audit = audit;
        this.context = context;
        this.userName = userName;
        this.act = act;
        this.successor = successor;
        this.holder = holder;
        this.number = number;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        ProvinceAccountCommand.answer(this::change, "变更省级账号", "account:" + userName, audit, context);
    }

    private String change() {
        return switch (act) {
            case "reset" -> "账号 " + userName + " 已重置，" + told(opening.resetForProvince(userName));
            case "end" -> {
                opening.closeForProvince(userName);
                yield "账号 " + userName + " 已停用，正在进行的登录已立即结束。";
            }
            case "hand-over" -> {
                var first = opening.handOverForProvince(userName, successor, holder, number);
                yield "账号 " + userName + " 已停用，由 " + first.userName() + "（" + holder + "）接替，" + told(first);
            }
            default ->
                throw new InvalidInput(
                        List.of(new Fault("act", "请写明 --act=reset（重置首次密码）、--act=end（停用）或 --act=hand-over（交接）。")));
        };
    }

    private static String told(OpeningAccounts.First first) {
        return "首次密码：" + first.password() + "，只显示这一次，登录后须更换。";
    }
}
