package org.gongkao.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.gongkao.shared.Actor;
import org.junit.jupiter.api.Test;
import org.springframework.stereotype.Repository;

/** A row's number can come from outside, so a store that is asked by number is told who asks, and its SQL filters by it. */
class ActorRulesTest {

    /** The exceptions, under the reason for which the number cannot be anybody's choice. */
    private static final Map<String, List<String>> WITHOUT_AN_ACTOR = Map.of(
            "the account or person that is signed in, or is just proving who it is: there is no actor before",
            List.of(
                    "AccountRows.agreed",
                    "AccountRows.find",
                    "AccountRows.ofPerson",
                    "AccountRows.setPassword",
                    "Devices.forget",
                    "Devices.knows",
                    "Devices.seen",
                    "TimeCodes.confirm",
                    "TimeCodes.forget",
                    "TimeCodes.pendingSecret",
                    "TimeCodes.take",
                    "WorkerRows.enrol",
                    "WorkerRows.filesFollowed",
                    "WorkerRows.find",
                    "WorkerRows.reason"),
            "the number stands in a row that was read for the actor before",
            List.of(
                    "AccountRows.succeeds",
                    "Appraisals.of",
                    "Certificates.of",
                    "Deferrals.find",
                    "Deferrals.hasBroken",
                    "Differences.list",
                    "EvidenceRows.get",
                    "ItemFindings.defects",
                    "Materials.find",
                    "PersonRows.card",
                    "PersonRows.formerPhone",
                    "PersonRows.name",
                    "PersonRows.phoneOf",
                    "RecordVersions.add",
                    "RecordVersions.history",
                    "RecordVersions.newest",
                    "SanctionRows.bar",
                    "TransferLines.add"),
            "payments that fit no charge belong to no office: all of the finance officers see all of them",
            List.of(
                    "DifferenceRows.lock",
                    "Discrepancies.lock",
                    "Discrepancies.order",
                    "FiscalRows.addLine",
                    "FiscalRows.lockLine",
                    "Matches.unheard"),
            "the platform works by itself, on an event or at a date",
            List.of(
                    "Applications.cancelled",
                    "Applications.ofPerson",
                    "Chain.after",
                    "DeferralLists.overdue",
                    "Facts.assisted",
                    "Facts.given",
                    "Facts.paidByUnit",
                    "Facts.moved",
                    "Facts.promised",
                    "Facts.reported",
                    "Facts.papered",
                    "Facts.refunded",
                    "Facts.sanctioned",
                    "Facts.visited",
                    "Jobs.stumble",
                    "KeptMessages.putOff",
                    "KeptMessages.take",
                    "Messages.texted",
                    "Messages.triesOf",
                    "RefundedSums.add",
                    "PaidCharges.of",
                    "ReceiptRows.lockLast",
                    "SanctionRows.hold",
                    "SanctionRows.holdPersonOf",
                    "SanctionRows.imposed",
                    "SanctionRows.revoked"));

    @Test
    void a_store_asked_for_a_row_by_its_number_is_told_who_asks() {
        var found = Product.classes()
                .filter(type -> type.isAnnotatedWith(Repository.class))
                .flatMap(store -> store.getMethods().stream())
                .filter(ActorRulesTest::takesANumberAndNoActor)
                .filter(ActorRulesTest::isCalledFromOutsideTheStores)
                .map(method -> method.getOwner().getSimpleName() + "." + method.getName())
                .collect(Collectors.toCollection(TreeSet::new));
        var excepted = WITHOUT_AN_ACTOR.values().stream()
                .flatMap(Collection::stream)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(found)
                .as("store methods that take a number and no Actor; the exceptions are named with their reason")
                .isEqualTo(excepted);
    }

    private static boolean takesANumberAndNoActor(JavaMethod method) {
        var types =
                method.getRawParameterTypes().stream().map(JavaClass::getName).toList();
        return types.contains(long.class.getName()) && !types.contains(Actor.class.getName());
    }

    private static boolean isCalledFromOutsideTheStores(JavaMethod method) {
        return method.getCallsOfSelf().stream()
                .anyMatch(call -> !call.getOriginOwner().isAnnotatedWith(Repository.class));
    }
}
