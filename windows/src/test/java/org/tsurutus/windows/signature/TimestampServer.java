package org.tsurutus.windows.signature;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;

/// A timestamping authority on this host that says whatever time it is told to say: RFC 3161 at
/// `/new`, the countersignatures of old at `/old`.
final class TimestampServer implements AutoCloseable {
    private final HttpServer server;
    private final Identity authority;
    private final Instant time;

    TimestampServer(Identity authority, Instant time) throws IOException {
        this.authority = authority;
        this.time = time;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/new", exchange -> answer(exchange, "timestamp-reply", this::token));
        server.createContext(
                "/old", exchange -> answer(exchange, "octet-stream", this::countersignature));
        server.start();
    }

    String address(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    private interface Answer {
        byte[] to(byte[] question) throws Exception;
    }

    private static void answer(HttpExchange exchange, String kind, Answer answer)
            throws IOException {
        try (exchange) {
            byte[] body = answer.to(exchange.getRequestBody().readAllBytes());
            exchange.getResponseHeaders().add("Content-Type", "application/" + kind);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        } catch (Exception e) {
            throw new IOException(e);
        }
    }

    private byte[] token(byte[] question) throws Exception {
        TimeStampTokenGenerator tokens =
                new TimeStampTokenGenerator(
                        new JcaSimpleSignerInfoGeneratorBuilder()
                                .build("SHA256withRSA", authority.key(), authority.certificate()),
                        new JcaDigestCalculatorProviderBuilder()
                                .build()
                                .get(new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256)),
                        new ASN1ObjectIdentifier("1.2.3.4"));
        tokens.addCertificates(new JcaCertStore(List.of(authority.certificate())));
        return new TimeStampResponseGenerator(tokens, TSPAlgorithms.ALLOWED)
                .generate(new TimeStampRequest(question), BigInteger.ONE, Date.from(time))
                .getEncoded();
    }

    private byte[] countersignature(byte[] question) throws Exception {
        String text = new String(question, StandardCharsets.US_ASCII);
        ASN1Sequence request = ASN1Sequence.getInstance(Base64.getMimeDecoder().decode(text));
        byte[] signature =
                ASN1OctetString.getInstance(
                                ContentInfo.getInstance(request.getObjectAt(1)).getContent())
                        .getOctets();
        AttributeTable attributes =
                new AttributeTable(
                        new Attribute(
                                CMSAttributes.signingTime, new DERSet(new Time(Date.from(time)))));
        CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
        generator.addSignerInfoGenerator(
                new JcaSimpleSignerInfoGeneratorBuilder()
                        .setSignedAttributeGenerator(
                                new DefaultSignedAttributeTableGenerator(attributes))
                        .build("SHA1withRSA", authority.key(), authority.certificate()));
        generator.addCertificates(new JcaCertStore(List.of(authority.certificate())));
        byte[] signed =
                generator.generate(new CMSProcessableByteArray(signature), true).getEncoded("DER");
        return Base64.getMimeEncoder(64, new byte[] {'\n'}).encode(signed);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
