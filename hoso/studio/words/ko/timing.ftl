timing-title = 자막 타이밍
timing-needs-script = 타이밍 편집기를 쓰려면 JavaScript가 필요합니다. 자막은 Subtitle Edit나 Aegisub에서도 맞출 수 있습니다. 파일은 프로젝트의 subtitles/ 폴더에 있습니다.
timing-script-wrong = 대본에 오류가 있습니다. 오류를 고치면 자막 타이밍을 맞출 수 있습니다.
timing-mend-script = 대본 고치기
