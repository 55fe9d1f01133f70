package org.tsurutus.markii.where;

import com.google.re2j.Pattern;
import java.util.List;

/// An expression of [Where] as a tree. `!=` and `!~` are the negations of what they negate.
sealed interface Expression {
    record And(List<Expression> parts) implements Expression {}

    record Or(List<Expression> parts) implements Expression {}

    record Not(Expression negated) implements Expression {}

    record Has(Subject subject) implements Expression {}

    record Equal(Subject subject, String text) implements Expression {}

    record Search(Subject subject, Pattern pattern) implements Expression {}

    record NumberIs(Subject subject, Order order, String number) implements Expression {}

    record TimeIs(Subject subject, Order order, TimeSpan time) implements Expression {}
}
