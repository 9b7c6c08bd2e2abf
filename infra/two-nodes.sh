#!/bin/sh
# Two nodes and PostgreSQL on this machine, to see how they work together: both take visits and answer questions,
# one of them acts for all; stop either and the other goes on. Not for real data: the server trusts its socket.
#
#   infra/two-nodes.sh [FOLDER]        Ctrl-C ends all three; the folder stays, and can be started again
#
# Needs PostgreSQL (Debian: apt-get install postgresql) and a built entraide: ENTRAIDE says where, by default
# target/release/entraide. PORT is the first node's, 8080 by default; the second one has the next.
set -eu

folder=${1:-two-nodes}
entraide=${ENTRAIDE:-target/release/entraide}
port=${PORT:-8080}
as_user=
[ -x "$entraide" ] || { echo "$entraide is not there: cargo build --release --package node" >&2; exit 1; }
binaries=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1)
[ -n "$binaries" ] || binaries=$(dirname "$(command -v postgres || true)")
[ -x "$binaries/initdb" ] || { echo "PostgreSQL (initdb, postgres) is not installed" >&2; exit 1; }

mkdir -p "$folder"
folder=$(cd "$folder" && pwd)
mkdir -p "$folder/postgres"
if [ "$(id -u)" = 0 ]; then
    # The server does not run as root.
    chmod 755 "$folder"
    chown postgres "$folder/postgres"
    as_user="runuser -u postgres --"
fi
database="$folder/postgres/data"
cd "$folder/postgres"
[ -d "$database" ] || $as_user "$binaries/initdb" -D "$database" -U postgres --auth=trust >/dev/null
$as_user "$binaries/pg_ctl" -D "$database" -l "$folder/postgres/log" -w \
    -o "-k $folder/postgres -c listen_addresses='' -c synchronous_commit=on" start >/dev/null
$as_user "$binaries/createdb" -h "$folder/postgres" -U postgres entraide 2>/dev/null || true
cd - >/dev/null

journal="postgres://postgres@localhost/entraide?host=$folder/postgres"
node() {
    "$entraide" serve --data "$folder/node-$1" --shared "$folder/shared" --journal "$journal" \
        --listen "127.0.0.1:$2" >"$folder/node-$1.log" 2>&1 &
}
first=
second=
finish() {
    trap - INT TERM EXIT
    # Each finishes what it has acknowledged, then leaves acting to the other.
    for pid in $first $second; do kill "$pid" 2>/dev/null || true; done
    for pid in $first $second; do wait "$pid" 2>/dev/null || true; done
    $as_user "$binaries/pg_ctl" -D "$database" -m fast -w stop >/dev/null 2>&1 || true
    echo "stopped; everything is in $folder"
    exit 0
}
trap finish INT TERM EXIT

node 1 "$port"
first=$!
node 2 $((port + 1))
second=$!
for each in "$port" $((port + 1)); do
    tries=0
    until curl -fs "http://127.0.0.1:$each/health/ready" >/dev/null; do
        tries=$((tries + 1))
        [ "$tries" -lt 120 ] || { echo "no node answers at port $each; see the logs in $folder" >&2; exit 1; }
        sleep 0.5
    done
    echo "node at http://127.0.0.1:$each"
done
echo "invite somebody: $entraide invite --data $folder/inviting --shared $folder/shared --journal '$journal' \\"
echo "    --network brussels --email you@example.org"
echo "logs: $folder/node-1.log, $folder/node-2.log"
# Whoever ends first is said; the other goes on.
wait "$first" || true
echo "the first node has ended"
wait "$second" || true
