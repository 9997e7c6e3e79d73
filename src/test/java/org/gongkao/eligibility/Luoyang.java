package org.gongkao.eligibility;

import org.gongkao.catalogue.Catalogue;
import org.gongkao.catalogue.LevelSubjectsSection;
import org.gongkao.catalogue.OccupationCatalogueSection;
import org.gongkao.cycle.Cycle;
import org.gongkao.cycle.ShippedPackage;

/** The shipped year with its rules. */
final class Luoyang {

    static final Catalogue CATALOGUE = new Catalogue();
    static final Cycle CYCLE = ShippedPackage.LUOYANG_2023.read(
            new LevelSubjectsSection(), new OccupationCatalogueSection(), new RulesSection(CATALOGUE));
    static final Eligibility ELIGIBILITY = new Eligibility(CATALOGUE);

    private Luoyang() {}
}
