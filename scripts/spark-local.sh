#!/usr/bin/env bash
# A Spark Connect server on this machine, from SPARK_HOME (Spark 4, Java 17 or 21). It listens on the loopback interface only.
#   scripts/spark-local.sh start [--port 15002] [--master 'local[*]'] [--memory 2g] [--data DIR] [--token T] [--conf KEY=VALUE]... [--wait 120]
#   scripts/spark-local.sh stop|status [--data DIR]
# --port 0 takes a free one. DIR holds log, pid file, warehouse and what Spark spills.
set -euo pipefail

say() { printf '%s\n' "$*"; }
fail() { printf 'error: %s\n' "$*" >&2; exit 1; }
usage() { sed -n '2,5s/^# \{0,1\}//p' "$0" >&2; exit 2; }

action=${1:-} port=15002 master='local[*]' memory=2g data=${TMPDIR:-/tmp}/chartwright-spark-$(id -u) token='' wait=120 settings=()
[ -n "$action" ] || usage
shift
while [ $# -gt 0 ]; do
    [ $# -ge 2 ] || usage
    case $1 in
        --port) port=$2 ;;
        --master) master=$2 ;;
        --memory) memory=$2 ;;
        --data) data=$2 ;;
        --token) token=$2 ;;
        --conf) settings+=("-D$2") ;;
        --wait) wait=$2 ;;
        *) usage ;;
    esac
    shift 2
done
mkdir -p -m 700 "$data"
data=$(cd "$data" && pwd) log=$data/connect.log pidfile=$data/connect.pid

# the process of the pid file, if it is still the server that was started
server_pid() {
    local pid
    pid=$(cat "$pidfile" 2>/dev/null) || return 1
    [ -n "$pid" ] && kill -0 "$pid" 2>/dev/null && tr '\0' ' ' <"/proc/$pid/cmdline" 2>/dev/null | grep -q SparkConnectServer && echo "$pid"
}

address() { sed -n 's/.*Spark Connect server started at: \([0-9.:]*\).*/\1/p' "$log" | tail -n 1; }

find_java() {
    local java=${JAVA_HOME:+$JAVA_HOME/bin/java}
    java=${java:-$(command -v java || true)}
    [ -n "$java" ] && [ -x "$java" ] || fail "Java is missing. Install Java 17 or 21, or set JAVA_HOME"
    echo "$java"
}

# what Spark's own launcher opens of Java's modules
opened() {
    local package
    for package in java.lang java.lang.invoke java.lang.reflect java.io java.net java.nio java.util java.util.concurrent java.util.concurrent.atomic \
        jdk.internal.ref sun.nio.ch sun.nio.cs sun.security.action sun.util.calendar; do
        printf -- '--add-opens=java.base/%s=ALL-UNNAMED\n' "$package"
    done
}

start() {
    [ -n "${SPARK_HOME:-}" ] || fail "SPARK_HOME is not set. Unpack Spark 4 (https://spark.apache.org/downloads.html) and set SPARK_HOME to its folder"
    compgen -G "$SPARK_HOME/jars/spark-connect_*.jar" >/dev/null || fail "there is no Spark 4 in $SPARK_HOME: jars/spark-connect_*.jar is missing"
    ! server_pid >/dev/null || fail "a server of $data is running: $(server_pid)"
    local java began=$SECONDS pid where
    java=$(find_java)
    mkdir -p "$data/local" "$data/tmp" "$data/warehouse"
    : >"$log"
    # by environment: the list of processes shows no token
    unset SPARK_CONNECT_AUTHENTICATE_TOKEN
    [ -z "$token" ] || export SPARK_CONNECT_AUTHENTICATE_TOKEN=$token
    # shellcheck disable=SC2046
    nohup setsid "$java" "-Xmx$memory" "-Djava.io.tmpdir=$data/tmp" $(opened) -Dio.netty.tryReflectionSetAccessible=true -XX:+ExitOnOutOfMemoryError \
        -cp "${SPARK_CONF_DIR:-$SPARK_HOME/conf}:$SPARK_HOME/jars/*" \
        "-Dspark.master=$master" -Dspark.app.name=chartwright -Dspark.ui.enabled=false -Dspark.driver.host=127.0.0.1 -Dspark.driver.bindAddress=127.0.0.1 \
        -Dspark.connect.grpc.binding.address=127.0.0.1 "-Dspark.connect.grpc.binding.port=$port" \
        -Dspark.sql.catalogImplementation=in-memory "-Dspark.sql.warehouse.dir=$data/warehouse" "-Dspark.local.dir=$data/local" \
        ${settings[@]+"${settings[@]}"} org.apache.spark.sql.connect.service.SparkConnectServer >>"$log" 2>&1 </dev/null &
    pid=$!
    echo "$pid" >"$pidfile"
    until [ -n "$(address)" ]; do
        kill -0 "$pid" 2>/dev/null || { tail -n 20 "$log" >&2; fail "the server ended; its log is $log"; }
        [ $((SECONDS - began)) -lt "$wait" ] || { stop; fail "the server did not start within $wait s; its log is $log"; }
        sleep 0.2
    done
    where=$(address)
    say "url=sc://$where"
    say "pid=$(server_pid || echo "$pid")"
    say "log=$log"
}

stop() {
    local pid
    if pid=$(server_pid); then
        kill "$pid" 2>/dev/null || true
        for _ in $(seq 100); do kill -0 "$pid" 2>/dev/null || break; sleep 0.1; done
        kill -9 "$pid" 2>/dev/null || true
    fi
    rm -rf "$pidfile" "$data/local" "$data/tmp"
}

case $action in
    start) start ;;
    stop) stop ;;
    status) server_pid >/dev/null || { say stopped; exit 3; }; say "url=sc://$(address)"; say "pid=$(server_pid)" ;;
    *) usage ;;
esac
