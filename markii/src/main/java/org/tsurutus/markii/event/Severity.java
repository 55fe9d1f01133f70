package org.tsurutus.markii.event;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.tsurutus.markii.vocabulary.ValueText;

/// How grave the sensor took an event to be. What the scores and codes mean is a guess.
///
/// @param level 5 is normal; 6 and 7 were seen with alerts
/// @param alert the number of the alert
/// @param alertClass `risk`
/// @param score the risk score of this record
/// @param total the risk score added up so far
/// @param factors codes of the risk factors, `C34`, `L29`
public record Severity(
        OptionalLong level,
        OptionalLong alert,
        Optional<String> alertClass,
        OptionalLong score,
        OptionalLong total,
        List<String> factors) {

    public Severity {
        factors = List.copyOf(factors);
    }

    static Severity of(Fields fields) {
        return new Severity(
                fields.integer("lv"),
                fields.unsigned("alert"),
                fields.word("alertClass"),
                fields.integer("rs"),
                fields.integer("trs"),
                fields.list("rf", ValueText::codes));
    }
}
