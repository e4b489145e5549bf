package javax.mail;

/** Stub with the library's name and methods, written for the case apps. */
public class MessagingException extends Exception {}
