import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.elasticsearch.common.logging.LogConfigurator;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.http.HttpServerTransport;
import org.elasticsearch.node.Node;
import org.elasticsearch.plugins.PluginsLoader;

/**
 * One Elasticsearch node for tests, reachable from this machine only, without security.
 *
 * SingleNode HOME DATA PORT: HOME holds modules/, DATA is made, PORT 0 is any free one.
 * Prints "READY address" once it answers, and stops cleanly on SIGTERM.
 */
public class SingleNode {
    public static void main(String[] arguments) throws Exception {
        System.setProperty("log4j.shutdownHookEnabled", "false");
        Settings settings = Settings.builder()
            .put("path.home", Path.of(arguments[0]).toAbsolutePath())
            .put("path.data", Path.of(arguments[1]).toAbsolutePath())
            .put("http.port", arguments[2])
            .put("transport.port", "0")
            .put("network.host", "127.0.0.1")
            .put("discovery.type", "single-node")
            .put("cluster.name", "tests")
            .put("node.name", "tests")
            .put("cluster.routing.allocation.disk.threshold_enabled", false)
            .put("logger.level", "WARN")
            .build();
        LogConfigurator.configureWithoutConfig(settings);
        LogConfigurator.configureESLogging();

        Environment environment = new Environment(settings, null);
        // The server is on the class path: it has no module of which anything could be exported.
        boolean exporting = false;
        Node node = new Node(environment, PluginsLoader.createPluginsLoader(
            PluginsLoader.loadModulesBundles(environment.modulesDir()),
            PluginsLoader.loadPluginsBundles(environment.pluginsDir()),
            Map.of(),
            exporting));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try {
                node.prepareForClose();
                node.close();
                node.awaitClose(10, TimeUnit.SECONDS);
            } catch (Exception failure) {
                failure.printStackTrace();
            }
        }));
        node.start();
        System.out.println("READY http://"
            + node.injector().getInstance(HttpServerTransport.class).boundAddress().publishAddress());
        // The node's own threads are daemons: without this one the process would end.
        new CountDownLatch(1).await();
    }
}
