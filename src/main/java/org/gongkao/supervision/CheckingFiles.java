package org.gongkao.supervision;

import java.time.Instant;
import java.util.Map;
import org.gongkao.audit.Audit;
import org.gongkao.shared.Actor;
import org.gongkao.shared.CommonRefusal;
import org.gongkao.shared.Refusal;
import org.gongkao.supervision.SpotCheck.Stage;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 抽查核查。Draws the sample, notes what was found in each file, and ends the check. Only the agency that ordered it does. */
@Component
class CheckingFiles {

    /** 核查意见。What was found in one file. */
    record Judgement(boolean sound, String words) {}

    private final SpotChecks checks;
    private final Audit audit;

    CheckingFiles(SpotChecks checks, Audit audit) {
        this.checks = checks;
        this.audit = audit;
    }

    /** The words come now, when list and secret are long fixed. */
    @Transactional
    public void draw(String number, String words, Actor officer, Instant arrived) {
        var check = own(number, officer);
        if (check.stage() != Stage.COMMITTED) {
            throw new Refusal(SupervisionRefusal.DRAWN_ALREADY);
        }
        var secret = checks.secret(check);
        var list = checks.files(check);
        if (!Draw.commitment(secret).equals(check.commitment())
                || !Draw.listHash(list).equals(check.listHash())) {
            throw new Refusal(SupervisionRefusal.TAMPERED);
        }
        var draw = new Draw(secret, check.listHash(), words);
        checks.draw(check, words, draw.first(check.wanted(), list), officer, arrived);
        audit.record(officer, "抽取抽查名单", "spot-check:" + number, "现场文字：" + words + "，种子 " + draw.seed());
    }

    /** What is said of files that were not drawn is not looked at. */
    @Transactional
    public int judge(String number, Map<String, Judgement> judgements, Actor officer, Instant arrived) {
        var check = open(number, officer);
        int changed = 0;
        for (var picked : checks.picked(check)) {
            var judgement = judgements.get(picked.number());
            if (judgement != null && !judgement.equals(standing(picked))) {
                checks.judge(check, picked.number(), judgement.sound(), judgement.words(), officer, arrived);
                changed++;
            }
        }
        audit.record(officer, "登记核查结果", "spot-check:" + number, changed + " 份");
        return changed;
    }

    @Transactional
    public void end(String number, String conclusion, Actor officer, Instant arrived) {
        var check = open(number, officer);
        if (check.judged() < check.wanted()) {
            throw new Refusal(SupervisionRefusal.UNJUDGED, check.wanted() - check.judged());
        }
        checks.end(check, conclusion, officer, arrived);
        audit.record(officer, "结束抽查", "spot-check:" + number, check.unsound() + " 份有问题");
    }

    private SpotCheck open(String number, Actor officer) {
        var check = own(number, officer);
        return switch (check.stage()) {
            case COMMITTED -> throw new Refusal(SupervisionRefusal.NOT_DRAWN);
            case ENDED -> throw new Refusal(SupervisionRefusal.ENDED_ALREADY);
            case DRAWN -> check;
        };
    }

    private SpotCheck own(String number, Actor officer) {
        var check = checks.get(number, officer);
        if (!check.isBy(officer)) {
            throw new Refusal(CommonRefusal.NOT_YOURS_TO_DO);
        }
        return check;
    }

    private static @Nullable Judgement standing(SpotChecks.Picked picked) {
        var sound = picked.sound();
        var words = picked.words();
        return sound == null || words == null ? null : new Judgement(sound, words);
    }
}
