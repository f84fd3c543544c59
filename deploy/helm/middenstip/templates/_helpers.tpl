{{- define "middenstip.labels" -}}
app.kubernetes.io/name: middenstip
app.kubernetes.io/instance: {{ .Release.Name }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
{{- end }}

{{- define "middenstip.selector" -}}
app.kubernetes.io/name: middenstip
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end }}

{{/* What each pod has in common: no root, nothing to write but /data and /tmp, no token of the cluster. */}}
{{- define "middenstip.pod" -}}
automountServiceAccountToken: false
securityContext:
  runAsNonRoot: true
  runAsUser: 10001
  runAsGroup: 10001
  fsGroup: 10001
  seccompProfile: {type: RuntimeDefault}
volumes:
  - name: data
    emptyDir: {}
  - name: tmp
    emptyDir: {sizeLimit: 64Mi}
{{- end }}

{{- define "middenstip.container" -}}
image: "{{ .Values.image.repository }}:{{ .Values.image.tag | default .Chart.AppVersion }}"
imagePullPolicy: {{ .Values.image.pullPolicy }}
securityContext:
  allowPrivilegeEscalation: false
  readOnlyRootFilesystem: true
  capabilities: {drop: [ALL]}
envFrom:
  - configMapRef: {name: "{{ .Release.Name }}-settings"}
  - secretRef: {name: "{{ .Values.existingSecret }}"}
volumeMounts:
  - {name: data, mountPath: /data}
  - {name: tmp, mountPath: /tmp}
{{- end }}
