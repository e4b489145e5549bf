package com.example.mailbook;

import java.util.Properties;
import javax.mail.Message;
import javax.mail.MessagingException;
import javax.mail.Session;
import javax.mail.Transport;
import javax.mail.internet.InternetAddress;
import javax.mail.internet.MimeMessage;

/** Mails without asking anybody. */
final class Mailer {
    private Mailer() {}

    static void mail(String subject, String text) {
        Properties properties = new Properties();
        properties.put("mail.smtp.host", "smtp.example.com");
        Message message = new MimeMessage(Session.getInstance(properties));
        try {
            message.setRecipient(Message.RecipientType.TO, new InternetAddress("office@example.com"));
            message.setSubject(subject);
            message.setText(text);
            Transport.send(message);
        } catch (MessagingException failed) {
            Thread.currentThread().interrupt();
        }
    }
}
