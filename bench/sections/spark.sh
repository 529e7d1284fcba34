# shellcheck shell=bash
# A real Spark from SPARK_HOME: jobs through our server and its Connect server, against Spark in a process of its own
. "$root/scripts/lib.sh"
if [ -z "${SPARK_HOME:-}" ]; then
    echo "spark: SPARK_HOME is not set, nothing is measured" >&2
    exit 0
fi
build_frontend >&2
build_backend >&2
folder=$(mktemp -d)
trap '"$root/scripts/spark-local.sh" stop --data "$folder" >&2; rm -rf "$folder"' EXIT
SPARK_REMOTE=$("$root/scripts/spark-local.sh" start --port 0 --master 'local[2]' --memory 1g --data "$folder" | sed -n 's/^url=//p')
export SPARK_REMOTE
CHARTWRIGHT_DLL=$server_dll node "$bench/spark/spark.mjs"
