# For the scripts beside it, which source it from the root of the project: servers on folders of their own, and
# verifications over HTTP. All of it is gone when the script ends.

work=$(mktemp -d)
declare -A servers=() # by their process ids

end() {
  for pid in "${!servers[@]}"; do kill "$pid" 2>/dev/null && wait "$pid" || true; done
  rm -rf "$work"
}
trap end EXIT

# serve FOLDER PORT [TREE]: starts a server; $pid is its process, $ready in how many milliseconds it answered.
serve() {
  local began
  began=$(date +%s%N)
  "${3:-.}/rider-photos" serve --data "$work/$1" --port "$2" >"$work/$1.log" 2>&1 &
  pid=$!
  servers[$pid]=$1
  until curl -fs -o "$work/health" "http://127.0.0.1:$2/health"; do
    kill -0 "$pid" || { cat "$work/$1.log" >&2; exit 1; }
  done
  ready=$((($(date +%s%N) - began) / 1000000))
}

stop() {
  kill "$1"
  wait "$1" || true
  unset "servers[$1]"
}

# verify PORT PHOTO [RIDER]: prints the milliseconds that it took.
verify() {
  local answer
  answer=$(curl -fs -w ' %{time_total}' -F "photo=@$2" \
    "http://127.0.0.1:$1/v1/riders/${3:-me}/photo?wait=true&replace=true")
  [[ $answer == *VERIFIED* ]] || { echo "Not verified: $answer" >&2; exit 1; }
  awk -v s="${answer##* }" 'BEGIN { printf "%.1f\n", 1000 * s }'
}

median() { sort -n "$1" | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'; }
ratio() { awk -v a="$1" -v b="$2" 'BEGIN { printf "%.2f", a / b }'; }

# row WHAT BEFORE AFTER: a line of a table, with how many times as much it is.
row() { printf '| %s | %s | %s | %s |\n' "$1" "$2" "$3" "$(ratio "$3" "$2")"; }
