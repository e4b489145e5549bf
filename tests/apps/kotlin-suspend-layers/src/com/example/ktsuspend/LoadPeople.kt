package com.example.ktsuspend

/** The use case. */
class LoadPeople(private val repository: PhoneBookRepository) {
    suspend operator fun invoke(): List<String> = repository.findAll().filter { it.isNotBlank() }
}
