package dev.eventmanager.local.backing;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;

/** An SQS endpoint: ElasticMQ within this process, or any other that speaks SQS. */
public final class Sqs implements AutoCloseable {

    /** What an emulator asks for in form only. */
    private static final AwsBasicCredentials ANY_CREDENTIALS = AwsBasicCredentials.create("local", "local");

    private static final Region REGION = Region.EU_WEST_1;

    private final URI endpoint;
    private final AwsCredentialsProvider credentials;
    private final @Nullable SQSRestServer server;

    private Sqs(URI endpoint, AwsCredentialsProvider credentials, @Nullable SQSRestServer server) {
        this.endpoint = endpoint;
        this.credentials = credentials;
        this.server = server;
    }

    /** ElasticMQ, which takes any credentials and keeps its queues in memory. */
    public static Sqs embedded(int port) {
        SQSRestServer server = SQSRestServerBuilder.withInterface("localhost")
                .withPort(port)
                .start();
        server.waitUntilStarted();
        return new Sqs(embeddedEndpoint(port), StaticCredentialsProvider.create(ANY_CREDENTIALS), server);
    }

    /**
     * An endpoint that is there already, with the credentials of the environment.
     *
     * @throws UnavailableException if it does not answer
     */
    public static Sqs at(URI endpoint) {
        Sqs sqs = new Sqs(endpoint, DefaultCredentialsProvider.builder().build(), null);
        try (SqsClient client = sqs.client()) {
            client.listQueues();
            return sqs;
        } catch (SdkException e) {
            throw new UnavailableException("No SQS answers at %s (%s). Start it, or correct --sqs."
                    .formatted(endpoint, FirstLine.of(e)));
        }
    }

    public URI endpoint() {
        return endpoint;
    }

    public String description() {
        return server == null ? "an endpoint of your own" : "ElasticMQ, embedded";
    }

    /** What a service needs to reach it, as the environment variables every AWS SDK knows. */
    public static Map<String, String> environment(URI endpoint, boolean embedded) {
        Map<String, String> environment = new HashMap<>();
        environment.put("AWS_ENDPOINT_URL_SQS", endpoint.toString());
        environment.put("AWS_REGION", REGION.id());
        if (embedded) {
            environment.put("AWS_ACCESS_KEY_ID", ANY_CREDENTIALS.accessKeyId());
            environment.put("AWS_SECRET_ACCESS_KEY", ANY_CREDENTIALS.secretAccessKey());
        }
        return environment;
    }

    /** The address an embedded endpoint will have on this port, known before it is started. */
    public static URI embeddedEndpoint(int port) {
        return URI.create("http://localhost:" + port);
    }

    /** A new client; the caller closes it. */
    public SqsClient client() {
        return SqsClient.builder()
                .endpointOverride(endpoint)
                .region(REGION)
                .credentialsProvider(credentials)
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }

    @Override
    public void close() {
        if (server != null) {
            server.stopAndWait();
        }
    }
}
