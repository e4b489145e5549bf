package com.example.ktflow

import kotlinx.coroutines.flow.Flow

/** Where people come from. */
interface PeopleRepository {
    fun people(): Flow<List<String>>
}
