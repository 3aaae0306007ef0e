{{- define "tocsin.name" -}}
{{- if contains "tocsin" .Release.Name }}{{ .Release.Name | trunc 50 | trimSuffix "-" }}{{ else }}{{ printf "%s-tocsin" (.Release.Name | trunc 43 | trimSuffix "-") }}{{ end }}
{{- end }}

{{- define "tocsin.selector" -}}
app.kubernetes.io/name: tocsin
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end }}

{{- define "tocsin.labels" -}}
{{ include "tocsin.selector" . }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
helm.sh/chart: {{ .Chart.Name }}-{{ .Chart.Version }}
{{- end }}

{{- define "tocsin.serviceAccount" -}}
{{ .Values.serviceAccount.name | default (include "tocsin.name" .) }}
{{- end }}

{{- define "tocsin.image" -}}
{{ .Values.image.repository }}{{ if .Values.image.digest }}@{{ .Values.image.digest }}{{ else }}:{{ .Values.image.tag | default .Chart.AppVersion }}{{ end }}
{{- end }}

{{- define "tocsin.scheme" -}}
{{ ternary "HTTPS" "HTTP" (ne .Values.http.tls.secret "") }}
{{- end }}

{{/* What the detector is told: the given configuration, and what follows from the rest of the values. */}}
{{- define "tocsin.config" -}}
{{- $kafka := dig "kafka" (dict) .Values.config }}
{{- $registry := dig "schema-registry" (dict) .Values.config }}
{{- $_ := required "config.kafka has no bootstrap.servers: say where the brokers are, such as kafka-1:9092" (get $kafka "bootstrap.servers") }}
{{- $_ := required "config.schema-registry has no url: say where the registry is, such as https://registry:8081" (get $registry "url") }}
{{- if and (not .Values.http.tokens.secret) (not .Values.http.tls.clientCa) }}
{{- fail "http.tokens.secret is empty: name a secret that holds tokens, or set http.tls.clientCa; without either nobody could ask but for health" }}
{{- end }}
{{- if and .Values.http.tls.clientCa (not .Values.http.tls.secret) }}
{{- fail "http.tls.clientCa needs http.tls.secret: client certificates are shown over TLS only" }}
{{- end }}
{{- if ge (int .Values.standbys) (int .Values.replicas) }}
{{- fail (printf "standbys is %d and replicas %d: copies live on other instances, so there must be more of these" (int .Values.standbys) (int .Values.replicas)) }}
{{- end }}
{{- $http := dict "host" "0.0.0.0" "port" (int .Values.http.port) }}
{{- if .Values.http.tokens.secret }}
{{- $_ := set $http "token-file" "/etc/tocsin/http/tokens" }}
{{- end }}
{{- if .Values.http.tls.secret }}
{{- $tls := dict "certificate" "/etc/tocsin/tls/tls.crt" "key" "/etc/tocsin/tls/tls.key" }}
{{- if .Values.http.tls.ca }}
{{- $_ := set $tls "ca" "/etc/tocsin/tls/ca.crt" }}
{{- end }}
{{- if .Values.http.tls.clientCa }}
{{- $_ := set $tls "client-ca" "/etc/tocsin/tls/ca.crt" }}
{{- end }}
{{- $_ := set $http "tls" $tls }}
{{- end }}
{{- $own := dict "threads" (int .Values.threads) "standbys" (int .Values.standbys) "state-dir" "/var/lib/tocsin" "http" $http }}
{{- if .Values.thresholds }}
{{- $_ := set $own "thresholds" "thresholds.yaml" }}
{{- end }}
{{- toYaml (merge $own (deepCopy .Values.config)) }}
{{- end }}

{{/* One way out: ports, and whereto if that is given. */}}
{{- define "tocsin.egress" }}
- ports:
    {{- range .ports }}
    - { protocol: TCP, port: {{ . }} }
    {{- end }}
  {{- with .to }}
  to: {{- toYaml . | nindent 4 }}
  {{- end }}
{{- end }}
