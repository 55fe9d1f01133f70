package org.tsurutus.disk.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.tsurutus.disk.iscsi.Chap;

class BootSecretTest {
    @Test
    void noSecretIsPrinted() {
        BootLease lease = Lab.lease("pc1");

        assertThat(lease.toString())
                .doesNotContain(lease.secret().text())
                .doesNotContain("correct-horse");
        assertThatThrownBy(() -> new BootSecret("guess")).hasMessageNotContaining("guess");
    }

    @Test
    void aSecretIsKnownToWhoeverHasItsText() {
        BootSecret secret = BootSecret.fresh();

        assertThat(secret.isKnownAs(secret.text())).isTrue();
        assertThat(secret.isKnownAs(BootSecret.fresh().text())).isFalse();
    }

    @Test
    void aSecretThatGoesWithAnotherChangesWithIt() {
        Chap chap = Lab.lease("pc1").chap();
        BootSecret secret = BootSecret.of(chap);

        assertThat(secret.isKnownAs(BootSecret.of(chap).text())).isTrue();
        assertThat(secret).isNotEqualTo(BootSecret.of(new Chap("pc1", "another-horse")));
    }
}
