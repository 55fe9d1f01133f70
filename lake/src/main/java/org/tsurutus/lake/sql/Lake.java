package org.tsurutus.lake.sql;

import java.sql.*;
import java.util.*;
import java.util.concurrent.atomic.*;
import org.tsurutus.markii.scan.*;

public final class Lake {
    public static void main(String[] a) throws Exception {
        Properties p = new Properties();
        long t0 = System.nanoTime();
        try (Connection c = DriverManager.getConnection("jdbc:duckdb:", p)) {
            System.out.println("connected " + (System.nanoTime() - t0) / 1e6);
            LineTable.Watch w = new LineTable.Watch(x -> {}, Throwable::printStackTrace);
            List<LogSource> s = LogSources.of(List.of(a[0]));
            new LineTable(LogColumns.columns(), s, LogRows::new, w).register(c, "log_lines");
            new LineTable(MalformedRows.COLUMNS, s, MalformedRows::new, w)
                    .register(c, "malformed_lines");
            try (Statement st = c.createStatement()) {
                st.execute("CREATE VIEW log AS SELECT * FROM log_lines()");
                st.execute("CREATE VIEW malformed AS SELECT * FROM malformed_lines()");
                for (int i = 1; i < a.length; i++) {
                    long t = System.nanoTime();
                    boolean rs = st.execute(a[i]);
                    if (rs) {
                        ResultSet r = st.getResultSet();
                        int n = r.getMetaData().getColumnCount();
                        int k = 0;
                        while (r.next()) {
                            if (k++ < 12) {
                                StringBuilder b = new StringBuilder();
                                for (int j = 1; j <= n; j++) b.append(r.getString(j)).append(" | ");
                                System.out.println(b);
                            }
                        }
                    }
                    System.out.println("== " + a[i] + "  " + (System.nanoTime() - t) / 1e6 + " ms");
                }
            }
        }
    }
}
