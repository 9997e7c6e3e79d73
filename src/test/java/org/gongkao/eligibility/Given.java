package org.gongkao.eligibility;

import tools.jackson.databind.json.JsonMapper;

/** Facts of test persons: a worker in order, and what is different about somebody. */
final class Given {

    /** In order for everything but the paths: 38 years old, no certificate, all questions answered. */
    private static final String ORDINARY = """
            {"day":"2023-03-15","occupation":"保管工","postKind":"SKILLED_LABOUR","staff":"APPOINTED","sex":"MALE",
             "birthDate":"1984-08-20","birthDateOnFile":"1984-08-20","retired":false,"retirementDeferred":false,
             "startOfWork":"2012-07","regularSince":"2013-07","interruptions":[],"education":"SENIOR","certificates":[],
             "work":[{"occupation":"保管工","from":"2012-07","current":true}],
             "appraisals":[{"year":2022,"grade":"合格","filing":"FILED"}],"honours":[],"disciplines":[],"bans":[],
             "falsePromise":false,"carReform":false,"epidemicCircle":"OUTSIDE","unitRecommends":true}""";

    private Given() {}

    static Facts worker() {
        return FactsText.read(ORDINARY);
    }

    /** The ordinary worker but for what the JSON says; a null makes a fact unknown. */
    static Facts worker(String different) {
        var facts = worker();
        var mapper = new JsonMapper();
        var said = mapper.readTree(different);
        var read = FactsText.read(said);
        for (var name : said.propertyNames()) {
            var fact = Fact.of(name).orElseThrow();
            facts = facts.with(fact, read.value(fact).orElse(null));
        }
        return facts;
    }

    static Verdict judge(String different) {
        return Luoyang.ELIGIBILITY.judge(worker(different), Luoyang.CYCLE);
    }

    static Verdict.Result result(Verdict verdict, String condition) {
        return verdict.conditions().stream()
                .filter(one -> one.id().equals(condition))
                .findFirst()
                .orElseThrow()
                .result();
    }
}
