package org.tsurutus.markii.where;

/// On which side of something a value may lie.
enum Order {
    BELOW,
    AT_MOST,
    WITHIN,
    AT_LEAST,
    ABOVE;

    /// @param comparison negative, zero or positive as the value lies below, within or above
    boolean holds(int comparison) {
        return switch (this) {
            case BELOW -> comparison < 0;
            case AT_MOST -> comparison <= 0;
            case WITHIN -> comparison == 0;
            case AT_LEAST -> comparison >= 0;
            case ABOVE -> comparison > 0;
        };
    }
}
