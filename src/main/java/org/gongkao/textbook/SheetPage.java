package org.gongkao.textbook;

import java.util.List;
import java.util.Map;
import org.gongkao.shared.Brief;
import org.gongkao.shared.Money;
import org.gongkao.shared.Shanghai;
import org.gongkao.shared.Sign;

/** 教材征订单页。What the unit orders and what it costs, who opted in, and the sheets that were confirmed. */
record SheetPage(
        Brief brief,
        List<BookRow> books,
        int total,
        String amount,
        boolean priced,
        String hash,
        boolean confirmable,
        MoneyBlock money,
        List<PersonRow> people,
        List<VersionRow> versions) {

    /** 教材行。One book, how many, and what that costs. */
    record BookRow(String title, String level, String occupation, int quantity, String price, String sum) {}

    /** 人员行。One worker and the choice. */
    record PersonRow(String name, String level, String occupation, Sign sign, String state) {}

    /** 版本行。A confirmed sheet. */
    record VersionRow(int version, String at, String by, String amount, String hash, boolean current) {}

    static SheetPage of(
            OrderSheet sheet,
            List<Orderer> orderers,
            Map<Long, String> names,
            List<SheetVersion> versions,
            MoneyBlock money) {
        boolean same = !versions.isEmpty() && versions.getFirst().hash().equals(sheet.hash());
        boolean something = !sheet.lines().isEmpty() || !versions.isEmpty();
        boolean confirmable = something && money.open() && (!same || money.lapsed());
        return new SheetPage(
                money.byWhen(brief(sheet, orderers, versions, confirmable, money)),
                sheet.lines().stream().map(SheetPage::book).toList(),
                sheet.total(),
                sheet.priced() ? sheet.amount().toString() : "",
                sheet.priced(),
                sheet.hash(),
                confirmable,
                money,
                orderers.stream().map(one -> person(one, names)).toList(),
                versions.stream()
                        .map(one -> new VersionRow(
                                one.version(),
                                Shanghai.minute(one.confirmedAt()),
                                one.by(),
                                amount(one),
                                one.shortHash(),
                                one.hash().equals(sheet.hash())
                                        && one.version() == versions.getFirst().version()))
                        .toList());
    }

    private static Brief brief(
            OrderSheet sheet,
            List<Orderer> orderers,
            List<SheetVersion> versions,
            boolean confirmable,
            MoneyBlock money) {
        long silent = orderers.stream().filter(one -> one.wanted() == null).count();
        var asked = confirmable
                ? "确认征订单"
                : versions.isEmpty() ? "不用办理" : money.path().isEmpty() || money.paid() ? "打印盖章，连同花名册报送" : "由单位统一缴款";
        return new Brief(
                "征订 " + sheet.total() + " 册",
                versions.isEmpty() ? "还没有确认" : "第 " + versions.getFirst().version() + " 版已确认",
                asked,
                silent == 0 ? "所有人都已选择" : silent + " 人还没有选择，按不征订计",
                sheet.lines().isEmpty() ? "无" : "及时办理",
                sheet.lines().isEmpty() ? "" : "考务通知四（五），未定日期");
    }

    private static BookRow book(OrderSheet.OrderLine line) {
        var price = line.price();
        return new BookRow(
                line.title(),
                line.book().level().full(),
                line.occupation(),
                line.quantity(),
                price == null ? "未公布" : price.toString(),
                price == null ? "—" : line.sum().toString());
    }

    private static String amount(SheetVersion version) {
        var amount = version.amount();
        return amount == null
                ? "没有价格"
                : version.due().equals(amount) || amount.equals(Money.ZERO)
                        ? amount.toString()
                        : amount + "，另缴 " + version.due();
    }

    private static PersonRow person(Orderer one, Map<Long, String> names) {
        var wanted = one.wanted();
        var sign = wanted == null ? Sign.REST : wanted ? Sign.MET : Sign.NONE;
        var state = wanted == null ? "还没有选择" : !wanted ? "不征订" : one.paid() ? "征订" : "征订，缴费后计入";
        return new PersonRow(
                names.getOrDefault(one.person(), ""), one.book().level().full(), one.occupation(), sign, state);
    }
}
