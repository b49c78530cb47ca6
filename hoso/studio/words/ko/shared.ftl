skip-to-main = 본문으로 건너뛰기
nav-label = 주 메뉴
nav-messages = 메시지
