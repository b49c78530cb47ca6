### 모든 페이지가 함께 쓰는 말: 틀, 오류, 역할.

skip-to-main = 본문으로 건너뛰기
nav-label = 주 메뉴
nav-messages = 메시지
nav-files = 파일
nav-jobs = 렌더링
nav-releases = 릴리스
nav-account = 내 계정
nav-people = 사용자
nav-audit = 활동 기록
nav-api = API
nav-running = 렌더링 { $count }건 진행 중
menu-label = 언어와 화면
menu-label-named = 계정, 언어와 화면: { $name }
menu-look = 언어
menu-language = 언어
menu-theme = 화면
menu-sign-out = 로그아웃
theme-auto = 자동
theme-light = 밝게
theme-dark = 어둡게
role-producer = 제작자
role-editor = 편집자
role-channel-admin = 채널 관리자
role-owner = 소유자
confirm-no = 돌아가기
confirm-yes = 계속하기
toasts-label = 알림

## 크기

size-gb = { $n } GB
size-mb = { $n } MB
size-kb = { $n } kB
size-bytes = { $n } B
size-percent = { $n }%

## 모든 페이지의 스크립트가 쓰는 말

script-toast-close = 닫기
script-copied = 복사했습니다
script-copy-failed = 복사하지 못했습니다. 글을 직접 선택하여 복사하세요.
script-offline = 스튜디오에 연결되지 않았습니다. 다시 시도하고 있습니다…
script-failed = 실패했습니다. 다시 시도하세요.

## 오류

error-home = 첫 페이지로
error-reference = 오류 번호:
error-cancelled = 끝나기 전에 취소되었습니다.
error-400-title = 요청을 이해하지 못했습니다
error-400-advice = 뒤로 가서 페이지를 새로 고친 다음 다시 시도하세요.
error-401-title = 먼저 로그인하세요
error-401-advice = 로그인하거나 요청에 토큰을 함께 보내세요.
error-403-title = 이 역할로는 할 수 없습니다
error-403-advice = 필요하면 스튜디오 소유자에게 문의하세요.
error-404-title = 여기에는 아무것도 없습니다
error-404-advice = 이름이 바뀌었거나 삭제되었을 수 있습니다. 링크가 잘렸는지도 확인하세요.
error-405-title = 여기서는 할 수 없습니다
error-405-advice = 뒤로 가서 페이지의 버튼을 사용하세요.
error-409-title = 처리하지 못했습니다
error-409-advice = 잃어버린 것은 없습니다. 위의 내용을 고친 다음 다시 시도하세요.
error-413-title = 파일이 너무 큽니다
error-413-advice = 더 작은 파일을 보내세요.
error-422-title = 입력한 내용에 잘못이 있습니다
error-422-advice = 위의 내용을 고친 다음 다시 보내세요.
error-429-title = 시도 횟수가 너무 많습니다
error-429-advice = 1분 뒤에 다시 시도하세요.
error-500-title = 스튜디오에 문제가 생겼습니다
error-500-advice = 사용자의 잘못이 아니며 저장된 것은 그대로 있습니다. 다시 시도하세요. 같은 일이 또 생기면 오류 번호를 스튜디오 운영자에게 알려 주세요.
error-outdated-title = 오래된 페이지입니다
error-outdated-advice = 다른 탭에서 로그인하거나 로그아웃했습니다. 뒤로 가서 페이지를 새로 고친 다음 다시 시도하세요.
