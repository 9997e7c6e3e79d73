package org.gongkao.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.stream.Stream;

/** The compiled product, without tests and without what jte generated. */
final class Product {

    static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(place -> !place.contains("/Jte"))
            .importPackages("org.gongkao");

    private Product() {}

    static Stream<JavaClass> classes() {
        return CLASSES.stream();
    }
}
