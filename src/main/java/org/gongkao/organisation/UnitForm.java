package org.gongkao.organisation;

import java.text.Normalizer;
import java.util.Optional;
import org.gongkao.shared.Faults;
import org.jspecify.annotations.Nullable;

/** A unit as it was typed into a form or stands in a line of a spreadsheet. */
record UnitForm(String code, String name, String kind, String department, String agency, String region, String reason) {

    static final UnitForm EMPTY = new UnitForm("", "", "", "", "", "", "");

    UnitForm {
        code = SocialCreditCode.normalise(text(code));
        name = Normalizer.normalize(text(name), Normalizer.Form.NFC)
                .replaceAll("[\\s\\u3000\\u00a0\\u200b\\ufeff]+", " ")
                .strip();
        kind = text(kind).strip();
        department = text(department).strip();
        agency = text(agency).strip();
        region = text(region).strip();
        reason = text(reason).strip();
    }

    static UnitForm of(Unit unit) {
        var department = unit.departmentCode();
        return new UnitForm(
                unit.code(),
                unit.name(),
                unit.kind().name(),
                department == null ? "" : department,
                unit.agencyCode(),
                unit.regionCode(),
                "");
    }

    /** The code stands in the address, whatever the form says. */
    UnitForm withCode(String own) {
        return new UnitForm(own, name, kind, department, agency, region, reason);
    }

    /** Reads the form against the reference data, or refuses it with all that is wrong at once. */
    Unit read(Organisation organisation, String ownAgency) {
        var faults = new Faults();
        SocialCreditCode.fault(code).ifPresent(wrong -> faults.add("code", wrong.sentence()));
        checkName(faults);
        var kindRead = readKind();
        faults.addIf(kindRead.isEmpty(), "kind", "请选择单位类别：机关、事业单位、群团组织或其他。");
        var departmentRead = readDepartment(organisation, ownAgency, faults);
        var regionRead = readRegion(organisation, ownAgency, faults);
        faults.addIf(reason.length() > 200, "reason", "依据不超过200个字，请写明文号即可。");
        faults.refuse();
        return new Unit(
                code,
                name,
                kindRead.orElseThrow(),
                departmentRead,
                ownAgency,
                regionRead.orElseThrow().code(),
                UnitStatus.ACTIVE);
    }

    private void checkName(Faults faults) {
        if (name.isEmpty()) {
            faults.add("name", "请填写单位名称，与单位公章和法人证书一致。");
        } else if (name.length() < 2 || name.length() > 100) {
            faults.add("name", "单位名称应为2至100个字，请填写全称。");
        } else if (name.chars().anyMatch(Character::isISOControl) || name.matches(".*[<>\"'\\\\=|].*")) {
            faults.add("name", "单位名称中有不能使用的符号，请与单位公章核对后改正。");
        }
    }

    private Optional<UnitKind> readKind() {
        for (var one : UnitKind.values()) {
            if (one.name().equals(kind) || one.label().equals(kind)) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }

    private @Nullable String readDepartment(Organisation organisation, String ownAgency, Faults faults) {
        if (department.isEmpty()) {
            return null;
        }
        for (var one : organisation.departments(ownAgency)) {
            if (one.code().equals(SocialCreditCode.normalise(department))
                    || one.name().equals(department)) {
                return one.code();
            }
        }
        faults.add("department", "没有找到主管部门“" + department + "”，请先登记该主管部门，或核对代码和名称。");
        return null;
    }

    private Optional<Region> readRegion(Organisation organisation, String ownAgency, Faults faults) {
        for (var one : organisation.regionsOf(ownAgency)) {
            if (one.code().equals(region) || one.name().equals(region)) {
                return Optional.of(one);
            }
        }
        faults.add("region", region.isEmpty() ? "请选择单位所在的行政区划。" : "“" + region + "”不是本辖区的行政区划，请核对代码或名称。");
        return Optional.empty();
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed;
    }
}
