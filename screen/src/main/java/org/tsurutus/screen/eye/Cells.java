package org.tsurutus.screen.eye;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// One of the network's outputs: planes of numbers with one cell for each square of pixels. The
/// first planes say how likely the cell lies in something of each class, the next four how far the
/// sides of that are (left, top, right, bottom; in cells), the rest its states.
final class Cells {
    private static final double SAME = 0.45;
    private static final double WITHIN = 0.8;
    private static final int SIDES = 4;

    /// More groups than this are not looked at: hostile pictures may be full of what looks right.
    private static final int MOST_GROUPS = 400;

    private final FloatBuffer values;
    private final List<Double> sure;
    private final boolean nested;
    private final int classes;
    private final int states;
    private final int columns;
    private final int rows;
    private final int size;

    /// @param values the planes, one after the other, row by row
    /// @param sure for each class how likely a cell must be in something, 0 to 1
    /// @param nested whether things may lie in each other
    /// @param size pixels along a cell's side
    Cells(
            FloatBuffer values,
            List<Double> sure,
            boolean nested,
            int states,
            int columns,
            int rows,
            int size) {
        this.values = values;
        this.sure = List.copyOf(sure);
        this.nested = nested;
        this.classes = sure.size();
        this.states = states;
        this.columns = columns;
        this.rows = rows;
        this.size = size;
    }

    /// What the cells agree on, the surest first.
    List<Thing> things() {
        List<Thing> things = new ArrayList<>();
        joined(groups()).stream()
                .sorted(Comparator.comparingDouble(Thing::sureness).reversed())
                .forEach(thing -> {
                    if (things.stream().noneMatch(surer -> isSame(thing, surer))) {
                        things.add(thing);
                    }
                });
        return things;
    }

    private boolean isSame(Thing thing, Thing surer) {
        return surer.likeness(thing) >= SAME || (!nested && surer.covering(thing) >= WITHIN);
    }

    /// Groups that turn out to be parts of one thing become one.
    private List<Thing> joined(Collection<List<Vote>> all) {
        Map<Group, Thing> joined = new LinkedHashMap<>();
        all.stream().limit(MOST_GROUPS).map(Group::new).forEach(group -> join(joined, group));
        return List.copyOf(joined.values());
    }

    private void join(Map<Group, Thing> joined, Group fresh) {
        Group group = fresh;
        while (true) {
            Thing thing = group.thing(size);
            List<Group> parts =
                    joined.entrySet().stream()
                            .filter(entry -> Group.isOne(entry.getValue(), thing))
                            .map(Map.Entry::getKey)
                            .toList();
            if (parts.isEmpty()) {
                joined.put(group, thing);
                return;
            }
            parts.forEach(joined::remove);
            group = parts.stream().reduce(group, Group::with);
        }
    }

    /// Neighbouring cells that mean nearly the same box.
    private Collection<List<Vote>> groups() {
        Map<Integer, Vote> votes = votes();
        int[] parent = new int[rows * columns];
        Arrays.setAll(parent, cell -> cell);
        votes.forEach((cell, vote) -> {
            Vote right = (cell + 1) % columns == 0 ? null : votes.get(cell + 1);
            Vote below = votes.get(cell + columns);
            if (right != null && vote.agrees(right)) {
                parent[root(parent, cell)] = root(parent, cell + 1);
            }
            if (below != null && vote.agrees(below)) {
                parent[root(parent, cell)] = root(parent, cell + columns);
            }
        });
        Map<Integer, List<Vote>> groups = new LinkedHashMap<>();
        votes.forEach((cell, vote) ->
                groups.computeIfAbsent(root(parent, cell), _ -> new ArrayList<>()).add(vote));
        return groups.values();
    }

    private static int root(int[] parent, int cell) {
        int root = cell;
        while (parent[root] != root) {
            parent[root] = parent[parent[root]];
            root = parent[root];
        }
        return root;
    }

    /// What the cells say that lie on something, by their number.
    private Map<Integer, Vote> votes() {
        Map<Integer, Vote> votes = new LinkedHashMap<>();
        for (int cell = 0; cell < rows * columns; cell++) {
            int kind = 0;
            for (int other = 1; other < classes; other++) {
                kind = value(other, cell) > value(kind, cell) ? other : kind;
            }
            double sureness = chance(value(kind, cell));
            if (sureness >= sure.get(kind)) {
                votes.put(cell, vote(kind, sureness, cell));
            }
        }
        return votes;
    }

    private Vote vote(int kind, double sureness, int cell) {
        double x = (cell % columns + 0.5) * size;
        int row = cell / columns;
        double y = (row + 0.5) * size;
        double[] told = new double[states];
        Arrays.setAll(told, state -> chance(value(classes + SIDES + state, cell)));
        return new Vote(
                x,
                y,
                new Thing(
                        kind,
                        sureness,
                        x - value(classes, cell) * size,
                        y - value(classes + 1, cell) * size,
                        x + value(classes + 2, cell) * size,
                        y + value(classes + 3, cell) * size,
                        told));
    }

    private float value(int plane, int cell) {
        return values.get(plane * rows * columns + cell);
    }

    private static double chance(double logit) {
        return 1 / (1 + Math.exp(-logit));
    }
}
