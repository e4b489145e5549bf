package com.example.mqttbook;

import java.nio.charset.StandardCharsets;
import org.eclipse.paho.client.mqttv3.MqttClient;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.MqttMessage;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;

/** Talks to the broker. */
final class Publisher {
    void publish(String topic, String text) {
        try {
            MqttClient client = new MqttClient("ssl://mqtt.example.com:8883", "loan-app", new MemoryPersistence());
            client.connect();
            client.publish(topic, new MqttMessage(text.getBytes(StandardCharsets.UTF_8)));
            client.disconnect();
        } catch (MqttException offline) {
            Thread.currentThread().interrupt();
        }
    }
}
