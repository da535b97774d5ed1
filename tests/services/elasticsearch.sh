#!/usr/bin/env bash
# elasticsearch.sh start FOLDER [PORT]   start a throw-away Elasticsearch there, print its address
# elasticsearch.sh stop FOLDER           stop it and remove the folder
# elasticsearch.sh run FOLDER [PORT]     start it and stop it at Ctrl-C
# For tests only: no security, one node, small memory. It is the server's core from Maven Central, kept
# under ~/.cache once it is there; needs Java 17 (JDK), Maven and, the first time, the network.
set -euo pipefail
command=$1 folder=$2
here=$(cd "$(dirname "$0")/elasticsearch" && pwd)
case $command in
    start)
        version=$(cat "$here"/* | sha256sum | cut -c1-12)
        home=${XDG_CACHE_HOME:-$HOME/.cache}/district-bank-tests/elasticsearch-$version
        if [ ! -d "$home" ]; then
            new=$home.$$
            transport=$new/modules/transport-netty4
            mkdir -p "$transport"
            mvn -q -B -f "$here/pom.xml" dependency:copy-dependencies -DoutputDirectory="$new/lib" >&2
            mv "$new"/lib/transport-netty4-*.jar "$new"/lib/netty-*.jar "$transport"
            (cd "$transport" && jar xf transport-netty4-*.jar META-INF/es-plugins)
            # Loaded from the class path as well, so it must not name a module.
            sed '/^modulename=/d' "$transport"/META-INF/es-plugins/*/plugin-descriptor.properties \
                > "$transport/plugin-descriptor.properties"
            javac --release 17 -cp "$new/lib/*" -d "$new/classes" "$here/SingleNode.java"
            # Another start may have been first.
            mv -T "$new" "$home" 2> /dev/null || rm -rf "$new"
        fi
        mkdir -p "$folder"
        nohup java -Xms512m -Xmx512m -cp "$home/classes:$home/lib/*" \
            SingleNode "$home" "$folder/data" "${3:-0}" > "$folder/log" 2>&1 < /dev/null &
        echo $! > "$folder/pid"
        for _ in $(seq 600); do
            address=$(sed -n 's/^READY //p' "$folder/log")
            if [ -n "$address" ]; then
                echo "$address"
                exit 0
            fi
            kill -0 "$(cat "$folder/pid")" 2> /dev/null || break
            sleep 0.2
        done
        cat "$folder/log" >&2
        exit 1
        ;;
    stop)
        pid=$(cat "$folder/pid")
        kill "$pid" 2> /dev/null || true
        # A frozen process obeys only when it wakes.
        kill -CONT "$pid" 2> /dev/null || true
        for _ in $(seq 75); do
            kill -0 "$pid" 2> /dev/null || break
            sleep 0.2
        done
        rm -rf "$folder"
        ;;
    run)
        trap '"$0" stop "$folder"' EXIT
        "$0" start "$folder" "${3:-0}"
        echo "Ctrl-C stops it."
        sleep infinity
        ;;
    *)
        echo "usage: elasticsearch.sh start|run FOLDER [PORT] | stop FOLDER" >&2
        exit 2
        ;;
esac
