#!/usr/bin/env bash
# postgresql.sh start FOLDER   make and start a throw-away PostgreSQL there, print its address
# postgresql.sh stop FOLDER    stop it and remove the folder
# For tests only: it trusts every connection of this machine and does not wait for the disk.
set -euo pipefail
command=$1 folder=$2
bin=$(ls -d /usr/lib/postgresql/*/bin | tail -n 1)
as_postgres() {
    if [ "$(id -u)" = 0 ]; then
        runuser -u postgres -- "$@"
    else
        "$@"
    fi
}
case $command in
    start)
        mkdir -p "$folder"
        if [ "$(id -u)" = 0 ]; then chown postgres "$folder"; fi
        port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
        as_postgres "$bin/initdb" -D "$folder/data" -U bank -A trust -E UTF8 --locale=C.UTF-8 > /dev/null
        as_postgres "$bin/pg_ctl" -D "$folder/data" -w -l "$folder/log" \
            -o "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories=$folder -c fsync=off -c synchronous_commit=off -c full_page_writes=off" start > /dev/null
        "$bin/createdb" -h 127.0.0.1 -p "$port" -U bank bank
        echo "postgresql://bank@127.0.0.1:$port/bank"
        ;;
    stop)
        as_postgres "$bin/pg_ctl" -D "$folder/data" -m immediate stop > /dev/null || true
        rm -rf "$folder"
        ;;
    *)
        echo "usage: postgresql.sh start|stop FOLDER" >&2
        exit 2
        ;;
esac
