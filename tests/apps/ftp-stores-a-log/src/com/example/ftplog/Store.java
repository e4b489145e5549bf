package com.example.ftplog;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.apache.commons.net.ftp.FTP;
import org.apache.commons.net.ftp.FTPClient;

/** Stores a file on the lender's server. */
final class Store {
    private Store() {}

    static void put(String name, byte[] content) {
        FTPClient client = new FTPClient();
        try {
            client.connect("ftp.example.com");
            client.login("loan", "loan");
            client.setFileType(FTP.BINARY_FILE_TYPE);
            client.enterLocalPassiveMode();
            client.storeFile(name, new ByteArrayInputStream(content));
            client.logout();
        } catch (IOException offline) {
            Thread.currentThread().interrupt();
        }
    }
}
