package org.tsurutus.app;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/// The arrows between the rooms of the house, as ARCHITECTURE.md draws them.
class ArchitectureTest {
    private static final JavaClasses HOUSE =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("org.tsurutus");

    @Test
    void dataFlowsOneWayThroughTheModules() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("markii")
                .definedBy("org.tsurutus.markii..")
                .layer("windows")
                .definedBy("org.tsurutus.windows..")
                .layer("sensor")
                .definedBy("org.tsurutus.sensor..")
                .layer("screen")
                .definedBy("org.tsurutus.screen..")
                .layer("disk")
                .definedBy("org.tsurutus.disk..")
                .layer("network")
                .definedBy("org.tsurutus.network..")
                .layer("farm")
                .definedBy("org.tsurutus.farm..")
                .layer("hunt")
                .definedBy("org.tsurutus.hunt..")
                .layer("lake")
                .definedBy("org.tsurutus.lake..")
                .layer("dataset")
                .definedBy("org.tsurutus.dataset..")
                .layer("app")
                .definedBy("org.tsurutus.app..")
                .whereLayer("markii")
                .mayNotAccessAnyLayer()
                .whereLayer("windows")
                .mayNotAccessAnyLayer()
                .whereLayer("sensor")
                .mayOnlyAccessLayers("markii", "windows")
                .whereLayer("screen")
                .mayNotAccessAnyLayer()
                .whereLayer("disk")
                .mayNotAccessAnyLayer()
                .whereLayer("network")
                .mayNotAccessAnyLayer()
                .whereLayer("farm")
                .mayOnlyAccessLayers("sensor", "screen", "disk", "network", "markii", "windows")
                .whereLayer("hunt")
                .mayOnlyAccessLayers("markii")
                .whereLayer("lake")
                .mayOnlyAccessLayers("markii")
                .whereLayer("dataset")
                .mayOnlyAccessLayers("markii", "farm")
                .check(HOUSE);
    }

    @Test
    void packagesOfTheFarmHaveNoCycles() {
        slices().matching("org.tsurutus.farm.(**)").should().beFreeOfCycles().check(HOUSE);
    }

    @Test
    void onlyTheLabKnowsThatMachinesAreMadeByQemu() {
        com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses()
                .that()
                .resideOutsideOfPackages(
                        "org.tsurutus.farm.machine.qemu..",
                        "org.tsurutus.farm.lab..",
                        "org.tsurutus.app..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.tsurutus.farm.machine.qemu..")
                .check(HOUSE);
    }
}
