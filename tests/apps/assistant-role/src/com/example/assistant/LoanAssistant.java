package com.example.assistant;

import android.service.voice.VoiceInteractionService;

/** Waits to be called. */
public class LoanAssistant extends VoiceInteractionService {}
