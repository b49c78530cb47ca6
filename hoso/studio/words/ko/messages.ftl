messages-title = 메시지
