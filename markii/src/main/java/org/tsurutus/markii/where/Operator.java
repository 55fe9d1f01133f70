package org.tsurutus.markii.where;

import java.util.Arrays;
import java.util.Optional;

/// The operators between a key and a value; those that another one begins stand before it.
enum Operator {
    UNEQUAL("!="),
    UNLIKE("!~"),
    AT_MOST("<="),
    AT_LEAST(">="),
    EQUAL("="),
    LIKE("~"),
    BELOW("<"),
    ABOVE(">");

    private final String sign;

    Operator(String sign) {
        this.sign = sign;
    }

    String sign() {
        return sign;
    }

    /// The operator that stands in the text at this place.
    static Optional<Operator> at(String text, int place) {
        return Arrays.stream(values())
                .filter(operator -> text.startsWith(operator.sign, place))
                .findFirst();
    }
}
